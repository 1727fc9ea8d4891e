package org.planledger.core.finance.posting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

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
  /// @throws IllegalArgumentException if it is not the form in which they are kept
  public static LineStandings of(byte[] deflated) {
    try (var inflater = new Inflater()) {
      inflater.setInput(deflated);
      byte[] codes = new byte[SMALLEST];
      int size = 0;
      while (!inflater.finished()) {
        if (size == codes.length) {
          codes = Arrays.copyOf(codes, codes.length * 2);
        }
        int read = inflater.inflate(codes, size, codes.length - size);
        if (read == 0 && !inflater.finished()) {
          throw new IllegalArgumentException("the standings of lines end too early");
        }
        size += read;
      }
      return new LineStandings(Arrays.copyOf(codes, Math.max(size, SMALLEST)));
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("these are no standings of lines", e);
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

  /// The lines that the run has looked at.
  public BitSet numbers() {
    var numbers = new BitSet(codes.length);
    for (int number = 0; number < codes.length; number++) {
      if (codes[number] != 0) {
        numbers.set(number);
      }
    }
    return numbers;
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
    try (var deflater = new Deflater()) {
      deflater.setInput(codes, 0, end);
      deflater.finish();
      byte[] deflated = new byte[SMALLEST];
      int size = 0;
      while (!deflater.finished()) {
        if (size == deflated.length) {
          deflated = Arrays.copyOf(deflated, deflated.length * 2);
        }
        size += deflater.deflate(deflated, size, deflated.length - size);
      }
      return Arrays.copyOf(deflated, size);
    }
  }
}
