package org.planledger.api.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/// The fonts of a dossier: DejaVu, embedded, as far as it is used. They have the letters of the
/// European languages and of many others; what they have no letter for is written by its number in
/// Unicode, so that nothing is left out.
final class PdfFonts {
  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final String ELLIPSIS = "…";

  private final BaseFont plain = read("DejaVuSans.ttf", 'A');
  private final BaseFont bold = read("DejaVuSans-Bold.ttf", 'B');
  private final BaseFont mono = read("DejaVuSansMono.ttf", 'C');

  BaseFont plain() {
    return plain;
  }

  BaseFont bold() {
    return bold;
  }

  BaseFont mono() {
    return mono;
  }

  Font plain(float points) {
    return new Font(plain, points);
  }

  Font bold(float points) {
    return new Font(bold, points);
  }

  Font mono(float points) {
    return new Font(mono, points);
  }

  /// The text with every character that all three fonts can show.
  String printable(String text) {
    return text.codePoints()
        .mapToObj(
            point ->
                point == '\n' || isShown(point)
                    ? Character.toString(point)
                    : "[U+%04X]".formatted(point))
        .collect(Collectors.joining());
  }

  private boolean isShown(int point) {
    return Character.isBmpCodePoint(point)
        && plain.charExists(point)
        && bold.charExists(point)
        && mono.charExists(point);
  }

  /// The text, or as much of its beginning as fits.
  String fitting(String text, BaseFont font, float points, float width) {
    var shown = printable(text);
    while (font.getWidthPoint(shown, points) > width && shown.length() > ELLIPSIS.length()) {
      shown = shown.substring(0, shown.length() - 2) + ELLIPSIS;
    }
    return shown;
  }

  private static BaseFont read(String file, char tag) {
    try (var stream = PdfFonts.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("the font " + file + " is not on the class path");
      }
      var font =
          BaseFont.createFont(
              file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, stream.readAllBytes(), null);
      font.setSecureRandom(new Tag(tag));
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The name of an embedded part of a font begins with six letters that are drawn by chance. Here
  /// each font has its own, so that the same dossier is the same bytes.
  private static final class Tag extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final char letter;

    Tag(char letter) {
      this.letter = letter;
    }

    @Override
    public double nextDouble() {
      return (letter - 'A' + 0.5) / 26;
    }
  }
}
