package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.media.Schema;
import org.planledger.core.finance.matching.Signal;
import org.planledger.core.finance.matching.SignalKind;

/// One sign that speaks for a match.
@Schema(name = "MatchSignal")
record SignalAnswer(SignalKind kind, int weight, String detail) {

  static SignalAnswer of(Signal signal) {
    return new SignalAnswer(signal.kind(), signal.weight(), signal.detail());
  }
}
