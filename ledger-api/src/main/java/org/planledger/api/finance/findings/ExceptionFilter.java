package org.planledger.api.finance.findings;

import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.matching.ExceptionKind;
import org.planledger.core.finance.matching.Severity;

/// Which exceptions are asked for; what is left out does not matter.
public record ExceptionFilter(
    Optional<String> exceptionId,
    Optional<ExceptionKind> kind,
    Optional<Severity> severity,
    Optional<String> feeId,
    Optional<String> currency) {

  /// All of them.
  public static final ExceptionFilter ANY =
      new ExceptionFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// The one of an id.
  public static ExceptionFilter of(String exceptionId) {
    return new ExceptionFilter(
        Optional.of(exceptionId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  void into(StringBuilder sql, Map<String, Object> parameters) {
    add(sql, parameters, "exception_id", exceptionId);
    add(sql, parameters, "kind", kind.map(Enum::name));
    add(sql, parameters, "severity", severity.map(Enum::name));
    add(sql, parameters, "fee_id", feeId);
    add(sql, parameters, "currency", currency);
  }

  private static void add(
      StringBuilder sql, Map<String, Object> parameters, String column, Optional<String> value) {
    value.ifPresent(
        asked -> {
          sql.append(" and ").append(column).append(" = :").append(column);
          parameters.put(column, asked);
        });
  }
}
