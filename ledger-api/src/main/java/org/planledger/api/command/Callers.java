package org.planledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import org.planledger.core.axon.Caller;

/// Who asks, by the headers of a request.
public final class Callers {

  private Callers() {}

  public static Caller of(HttpServletRequest request) {
    return Head.caller(request);
  }
}
