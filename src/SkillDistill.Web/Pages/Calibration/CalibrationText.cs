namespace SkillDistill.Web.Pages.Calibration;

/// <summary>The texts of how sure one was, in the files of the same name.</summary>
internal sealed class CalibrationText;
