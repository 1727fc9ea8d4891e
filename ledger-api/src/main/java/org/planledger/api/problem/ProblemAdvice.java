package org.planledger.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.planledger.core.store.NewerRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns whatever ends a request early into a problem: never a stack trace, and never a status of
/// the 500s for what the client did.
@RestControllerAdvice
public final class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<byte[]> problem(ProblemException problem, HttpServletRequest request) {
    return ProblemAnswers.of(problem, request);
  }

  /// Another node may be of the newer version already.
  @ExceptionHandler
  ResponseEntity<byte[]> newer(NewerRecordException e, HttpServletRequest request) {
    var problem =
        ProblemException.of(ProblemType.NEWER_VERSION_NEEDED, String.valueOf(e.getMessage()))
            .with("Retry-After", "60");
    return ProblemAnswers.of(problem, request);
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<byte[]> notFound(Exception ignored, HttpServletRequest request) {
    return ProblemAnswers.of(ProblemException.of(ProblemType.NOT_FOUND), request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> method(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
    var supported = e.getSupportedMethods();
    var allow =
        supported == null
            ? ""
            : Arrays.stream(supported).sorted().collect(Collectors.joining(", "));
    var problem =
        ProblemException.of(
                ProblemType.METHOD_NOT_ALLOWED,
                "This path takes %s and not %s.".formatted(allow, e.getMethod()))
            .with("Allow", allow);
    return ProblemAnswers.of(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> mediaType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
    var accepted =
        e.getSupportedMediaTypes().isEmpty()
            ? MediaType.APPLICATION_JSON_VALUE
            : MediaType.toString(e.getSupportedMediaTypes());
    var problem =
        ProblemException.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, "This path reads %s.".formatted(accepted))
            .with("Accept", accepted);
    return ProblemAnswers.of(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> accept(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
    var offered = MediaType.toString(e.getSupportedMediaTypes());
    var problem =
        offered.isEmpty()
            ? ProblemException.of(ProblemType.NOT_ACCEPTABLE)
            : ProblemException.of(
                ProblemType.NOT_ACCEPTABLE, "This path answers in %s.".formatted(offered));
    return ProblemAnswers.of(problem, request);
  }

  /// The servlet container decodes parameters when they are asked for first.
  @ExceptionHandler
  ResponseEntity<byte[]> encoding(InvalidParameterException ignored, HttpServletRequest request) {
    var flaw =
        new Flaw(
            Flaw.Place.QUERY,
            "",
            FlawCode.BAD_FORMAT,
            "after the question mark, a percent sign is followed by two hexadecimal digits");
    return ProblemAnswers.of(ProblemException.malformed(flaw), request);
  }

  /// The client has hung up; there is nobody to answer.
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException ignored) {}

  /// Everything else is a fault of ours, whatever it is: it is logged in full, and the client
  /// learns how to find it there.
  @ExceptionHandler
  ResponseEntity<byte[]> fault(Exception e, HttpServletRequest request) {
    var trace = Traces.idIn(Traces.parentOf(request));
    LOG.error("A request failed, trace {}", trace, e);
    return ProblemAnswers.of(ProblemException.of(ProblemType.INTERNAL_ERROR), request);
  }
}
