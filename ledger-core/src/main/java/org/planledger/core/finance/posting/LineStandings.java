package org.planledger.core.finance.posting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// How a run has left the lines of one file: a byte for each number. Not safe for several threads.
public final class LineStandings {

  private static final int SMALLEST = 64;

  private byte[] codes;

  /// Of a file of which no line was told yet.
  public LineStandings() {
    this.codes = new byte[SMALLEST];
  }

  private LineStandings(byte[] codes) {
    this.codes = codes;
  }

  /// Those that are kept in this form.
  ///
  /// @throws UncheckedIOException if it is not the form in which they are kept
  public static LineStandings of(byte[] deflated) {
    try (var in = new InflaterInputStream(new java.io.ByteArrayInputStream(deflated))) {
      return new LineStandings(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Remembers a line.
  public void put(int number, LineStanding standing) {
    if (number >= codes.length) {
      codes = Arrays.copyOf(codes, Math.max(codes.length * 2, number + 1));
    }
    codes[number] = (byte) standing.code();
  }

  /// How a line was left; none if the run has not looked at it.
  public Optional<LineStanding> at(int number) {
    return number < codes.length && codes[number] != 0
        ? Optional.of(LineStanding.of(codes[number]))
        : Optional.empty();
  }

  /// Takes over all that a later run has told.
  public void overlay(LineStandings later) {
    for (int number = 0; number < later.codes.length; number++) {
      if (later.codes[number] != 0) {
        put(number, LineStanding.of(later.codes[number]));
      }
    }
  }

  /// The form in which they are kept.
  public byte[] deflated() {
    int end = codes.length;
    while (end > 0 && codes[end - 1] == 0) {
      end--;
    }
    var out = new ByteArrayOutputStream();
    try (var deflating = new DeflaterOutputStream(out)) {
      deflating.write(codes, 0, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
