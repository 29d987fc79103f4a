// SPDX-License-Identifier: MIT

/** Text as HTML, also inside a quoted attribute. */
export const escapeHtml = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
