package org.planledger.core.simulation;

import java.io.Serial;

/// The book has more plans than the simulation may hold.
public final class BookTooLargeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BookTooLargeException(int plans) {
    super("the book has more than the %d plans that a simulation may hold".formatted(plans));
  }
}
