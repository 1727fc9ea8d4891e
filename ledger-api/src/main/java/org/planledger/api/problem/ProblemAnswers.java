package org.planledger.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.planledger.api.answer.AnswerJson;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Writes problems. The bytes are made here and not by content negotiation, so that a client that
/// accepts no JSON still gets to know what is wrong.
public final class ProblemAnswers {

  private ProblemAnswers() {}

  static ResponseEntity<byte[]> of(ProblemException problem, HttpServletRequest request) {
    var answer = start(problem.type().status());
    problem.headers().forEach(answer::header);
    return answer.body(bytes(body(problem, request)));
  }

  /// An answer of this status with the headers that every problem has.
  public static ResponseEntity.BodyBuilder start(int status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .cacheControl(CacheControl.noStore());
  }

  public static byte[] bytes(Problem problem) {
    return AnswerJson.MAPPER.writeValueAsBytes(problem);
  }

  static Problem body(ProblemException problem, HttpServletRequest request) {
    var type = problem.type();
    return new Problem(
        type.address(),
        type.title(),
        type.status(),
        problem.detail(),
        null,
        type.name(),
        List.of(type.name()),
        null,
        problem.flaws(),
        Traces.idIn(Traces.parentOf(request)));
  }
}
