package org.planledger.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem detail (RFC 9457) with the members the ledger adds.
///
/// @param type the address of the page that explains it
/// @param title the same for every occurrence
/// @param status the HTTP status
/// @param detail what happened this time
/// @param instance the address of the decision, if one was kept
/// @param code the first of `codes`
/// @param codes all grounds, in catalogue order
/// @param decision the refusal with its conditions, if a rule refused
/// @param errors what is wrong with which part of the request
/// @param traceId names this exchange in the logs
@JsonInclude(Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    List<String> codes,
    @Nullable Object decision,
    List<Flaw> errors,
    @Nullable String traceId) {

  public Problem {
    codes = List.copyOf(codes);
    errors = List.copyOf(errors);
  }
}
