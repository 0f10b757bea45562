using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>
/// The text of a PDF, or why there is none. A PDF may be made to unpack without end, and the library sets no bound: whoever reads files of strangers does it in a process of its own,
/// with <see cref="PdfText.Of"/> inside.
/// </summary>
public delegate Outcome<string> ReadPdf(string path, byte[] bytes);
