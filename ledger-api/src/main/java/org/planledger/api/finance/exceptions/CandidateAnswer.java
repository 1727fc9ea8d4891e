package org.planledger.api.finance.exceptions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.planledger.core.finance.matching.Candidate;
import org.planledger.core.finance.settlement.LineKey;

/// Something that could be meant.
@Schema(name = "MatchCandidate")
record CandidateAnswer(List<String> feeIds, List<String> lineKeys, int score, String whyNot) {

  static CandidateAnswer of(Candidate candidate) {
    return new CandidateAnswer(
        candidate.feeIds(),
        candidate.lines().stream().map(LineKey::hex).toList(),
        candidate.score(),
        candidate.whyNot());
  }
}
