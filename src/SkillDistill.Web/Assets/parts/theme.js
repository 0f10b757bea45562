// Light, dark or as the system has it. The choice is this browser's own and is kept in it.
const key = 'skilldistill.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function apply() {
  const choice = localStorage.getItem(key) ?? 'system';
  const dark = choice === 'dark' || (choice === 'system' && system.matches);
  document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
  return choice;
}

apply();
system.addEventListener('change', apply);
document.addEventListener('click', event => {
  const button = event.target.closest('[data-theme-choice]');
  if (button) {
    localStorage.setItem(key, button.dataset.themeChoice);
    mark(apply());
  }
});
document.addEventListener('DOMContentLoaded', () => mark(apply()));

function mark(choice) {
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === choice));
  }
}
