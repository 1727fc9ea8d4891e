package org.planledger.api.export;

/// A spreadsheet takes a cell that begins with certain characters for a formula, from CSV at once
/// and from its own form as soon as somebody edits it. Such a text gets an apostrophe in front, and
/// so does one that begins with an apostrophe, so that the first character can be taken away again
/// without a doubt.
final class Formulas {
  private static final String BEGINNINGS = "=+-@\t\r'";

  private Formulas() {}

  static String guarded(String text) {
    return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
