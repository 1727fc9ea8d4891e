package org.planledger.verify.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file named on the command line, or standard input, named `-`.
public record InputFile(String name) {

  /// How a reader of the message calls it.
  public String title() {
    return isStandardInput() ? "standard input" : name;
  }

  public boolean isStandardInput() {
    return name.equals("-");
  }

  /// All its bytes, which must not be more than this.
  public byte[] bytes(int maxBytes) {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new UnusableInputException(
            title(), "it is larger than %,d bytes".formatted(maxBytes));
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// All of it as UTF-8.
  public String text(int maxBytes) {
    byte[] bytes = bytes(maxBytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnusableInputException(title(), "it is not UTF-8", e);
    }
  }

  /// How long it is, in bytes; 0 if nobody knows.
  public long sizeBytes() {
    try {
      Path path = Path.of(name);
      return !isStandardInput() && Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException | InvalidPathException e) {
      return 0;
    }
  }

  /// A stream over it, which the caller closes; closing it leaves standard input open.
  public InputStream open() throws IOException {
    if (isStandardInput()) {
      return new java.io.FilterInputStream(System.in) {
        @Override
        public void close() {}
      };
    }
    try {
      return Files.newInputStream(Path.of(name));
    } catch (InvalidPathException e) {
      throw new IOException("that is not the name of a file", e);
    }
  }

  /// What to say when reading it failed.
  public UnusableInputException unreadable(IOException e) {
    String what =
        switch (e) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "it may not be read";
          default -> "it cannot be read: " + e.getMessage();
        };
    return new UnusableInputException(title(), what, e);
  }
}
