/**
 * The luminance of `#rrggbb`: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.
 *
 * @param {string} colour
 */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * From 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
 *
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
