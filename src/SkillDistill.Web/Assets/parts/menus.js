// A menu closes on Escape and on a click elsewhere; a form marked data-submit-on-change needs no button.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }
});
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});
// A button that prints the page is there only where it can.
document.addEventListener('DOMContentLoaded', () => {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
});
document.addEventListener('change', event => {
  const form = event.target.form;
  if (form && 'submitOnChange' in form.dataset) {
    form.requestSubmit();
  }
});
