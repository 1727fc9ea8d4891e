package org.planledger.api.start;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/// Says in one line on the error stream why the ledger did not start, where the reason is one that
/// whoever started it can remedy. Everything else is left to those who tell it at length.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineFailures implements SpringBootExceptionReporter {

  /// Spring hands over the context, which may be half made.
  OneLineFailures(ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    Optional<String> line = line(failure);
    line.ifPresent(said -> System.err.println("Plan Ledger does not start. " + said));
    return line.isPresent();
  }

  /// The innermost cause that is known counts: the outer ones only say where it was met.
  static Optional<String> line(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> known(cause).stream())
        .reduce((outer, inner) -> inner);
  }

  private static Optional<String> known(Throwable cause) {
    return switch (cause) {
      case StartRefusedException refused -> Optional.ofNullable(refused.getMessage());
      case PortInUseException inUse ->
          Optional.of(
              "Port "
                  + inUse.getPort()
                  + " is in use by another program: stop that one, or name another port with"
                  + " --server.port=<port>");
      case BindValidationException invalid ->
          Optional.of(
              invalid.getValidationErrors().getAllErrors().stream()
                  .map(error -> problem(invalid, error))
                  .sorted(Comparator.naturalOrder())
                  .collect(Collectors.joining("; ")));
      case BindException unreadable ->
          Optional.of(
              "The setting " + unreadable.getName() + " cannot be read: " + innermost(unreadable));
      default -> Optional.empty();
    };
  }

  private static String problem(BindValidationException invalid, ObjectError error) {
    String name = invalid.getValidationErrors().getName().toString();
    String field = error instanceof FieldError one ? "." + one.getField() : "";
    return "The setting " + name + field + " " + error.getDefaultMessage();
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
