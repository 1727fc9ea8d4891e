package org.planledger.projections.page;

/// What was said to be a place in a list is none: it was not handed out by that list.
public final class UnknownPlaceException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnknownPlaceException(Throwable cause) {
    super("this is not a place in the list", cause);
  }
}
