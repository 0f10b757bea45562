// A form that comes back with something to mend takes the reader to it, however long the page is.
document.addEventListener('DOMContentLoaded', () => {
  const field = document.querySelector('main .input-validation-error');
  const sentence = document.querySelector('main .field-validation-error:not(:empty), main .validation-summary-errors');
  const first = field ?? sentence;
  if (first) {
    first.closest('details')?.setAttribute('open', '');
    first.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }
});
