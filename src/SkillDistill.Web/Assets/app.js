// Loaded on every page, in the head, so that the theme is right before the first paint.
import './parts/theme.js';
import './parts/menus.js';
import './parts/mistakes.js';
