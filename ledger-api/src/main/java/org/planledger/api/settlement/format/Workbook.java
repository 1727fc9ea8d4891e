package org.planledger.api.settlement.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An XLSX workbook (ECMA-376): which sheets it has, and the texts that they share. Whatever is
/// unpacked is counted while it is read, because what a ZIP says of itself need not be true.
final class Workbook implements AutoCloseable {

  /// All parts together, unpacked.
  private static final long MOST_BYTES = 1L << 31;

  /// A sheet full of the same row is smaller by a hundred times, and a bomb by a thousand.
  private static final long MOST_TIMES = 300;

  private static final long ALWAYS_BYTES = 1 << 20;

  private static final int MOST_SHARED_TEXTS = 1_000_000;
  private static final long MOST_SHARED_CHARACTERS = 32L << 20;

  private static final long MOST_DIRECTORY_BYTES = 1 << 20;
  private static final int TAIL_BYTES = 65_557;

  private final ZipFile zip;
  private final long mostBytes;
  private final Map<String, String> sheets;
  private final List<String> names;
  private final boolean from1904;
  private final List<String> shared;

  private Workbook(ZipFile zip, long fileBytes) throws IOException {
    this.zip = zip;
    this.mostBytes = Math.min(MOST_BYTES, ALWAYS_BYTES + MOST_TIMES * fileBytes);
    Map<String, String> targets = targets();
    this.sheets = new HashMap<>();
    this.names = new ArrayList<>();
    this.from1904 = readSheets(targets);
    this.shared = sharedTexts();
  }

  /// Opens a workbook.
  ///
  /// @throws UnreadableFileException if it is none
  static Workbook open(Path file) throws IOException {
    requireSmallDirectory(file);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw wrong("it is no ZIP archive, or was cut short");
    }
    try {
      return new Workbook(zip, Files.size(file));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// The list of what is in a ZIP is read into memory by whoever opens it.
  private static void requireSmallDirectory(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(TAIL_BYTES, bytes.length());
      byte[] tail = new byte[length];
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail);
      for (int i = length - 22; i >= 0; i--) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          long size = number(tail, i + 12);
          if (size > MOST_DIRECTORY_BYTES) {
            throw wrong("the list of its parts alone has more than a million bytes");
          }
          return;
        }
      }
    }
    throw wrong("it is no ZIP archive, or was cut short");
  }

  private static long number(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | (bytes[at + 1] & 0xffL) << 8
        | (bytes[at + 2] & 0xffL) << 16
        | (bytes[at + 3] & 0xffL) << 24;
  }

  private Map<String, String> targets() throws IOException {
    Map<String, String> targets = new HashMap<>();
    try (XmlPull xml = part("xl/_rels/workbook.xml.rels")) {
      while (xml.nextTag()) {
        if (xml.isStart("Relationship")) {
          String target = xml.attribute("Target");
          targets.put(
              xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    return targets;
  }

  private boolean readSheets(Map<String, String> targets) throws IOException {
    boolean old = false;
    try (XmlPull xml = part("xl/workbook.xml")) {
      while (xml.nextTag()) {
        if (xml.isStart("workbookPr")) {
          old = List.of("1", "true").contains(xml.attribute("date1904"));
        } else if (xml.isStart("sheet")) {
          String part = targets.get(xml.attribute("id"));
          if (part != null) {
            names.add(xml.attribute("name"));
            sheets.putIfAbsent(xml.attribute("name"), part);
          }
        }
      }
    }
    if (names.isEmpty()) {
      throw wrong("there is no sheet in it");
    }
    return old;
  }

  private List<String> sharedTexts() throws IOException {
    if (zip.getEntry("xl/sharedStrings.xml") == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    long characters = 0;
    StringBuilder text = new StringBuilder();
    try (XmlPull xml = part("xl/sharedStrings.xml")) {
      while (xml.nextTag()) {
        if (xml.isStart("si")) {
          String shown = RichText.read(xml, "si", text);
          characters += shown.length();
          texts.add(shown);
          if (texts.size() > MOST_SHARED_TEXTS || characters > MOST_SHARED_CHARACTERS) {
            throw new UnreadableFileException(
                "The workbook shares more than %,d texts or %,d characters: save it as CSV."
                    .formatted(MOST_SHARED_TEXTS, MOST_SHARED_CHARACTERS));
          }
        }
      }
    }
    return texts;
  }

  private XmlPull part(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw wrong("it has no part " + Texts.shown(name));
    }
    return new XmlPull(zip.getInputStream(entry), mostBytes, name);
  }

  /// The rows of a sheet.
  ///
  /// @param name the first sheet if none is named
  /// @throws UnreadableFileException if there is no such sheet
  XlsxRows rows(Optional<String> name) throws IOException {
    String sheet = name.orElse(names.getFirst());
    String part = sheets.get(sheet);
    if (part == null) {
      throw wrong(
          "it has no sheet \"%s\", but %s"
              .formatted(Texts.shown(sheet), Texts.shown(String.join(", ", names))));
    }
    return new XlsxRows(part(part), shared);
  }

  boolean isFrom1904() {
    return from1904;
  }

  static UnreadableFileException wrong(String found) {
    return UnreadableFileException.wrong(SettlementFormat.XLSX, found);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
