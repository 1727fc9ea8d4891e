package org.planledger.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every exchange a trace: the one it came in with, or a new one (W3C Trace Context). It is
/// kept with the events that follow, and its id stands in every problem.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Traces extends OncePerRequestFilter {
  private static final String ATTRIBUTE = Traces.class.getName();
  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_ID_BYTES = 16;
  private static final int PARENT_ID_BYTES = 8;

  private final SecureRandom random = new SecureRandom();

  /// The trace of this exchange in the form of the header `traceparent`.
  public static String parentOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String traceparent
        ? traceparent
        : "00-" + "0".repeat(2 * TRACE_ID_BYTES) + "-" + "0".repeat(2 * PARENT_ID_BYTES) + "-00";
  }

  /// The trace id in such a header.
  public static String idIn(String traceparent) {
    int start = traceparent.indexOf('-') + 1;
    return traceparent.substring(start, start + 2 * TRACE_ID_BYTES);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var sent = request.getHeader("traceparent");
    // What is not in the form of the standard is to be ignored, by the standard.
    var traceparent = sent != null && FORM.matcher(sent).matches() ? sent : fresh();
    request.setAttribute(ATTRIBUTE, traceparent);
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private String fresh() {
    return "00-" + hex(TRACE_ID_BYTES) + "-" + hex(PARENT_ID_BYTES) + "-00";
  }

  private String hex(int bytes) {
    var value = new byte[bytes];
    random.nextBytes(value);
    value[0] |= 1;
    return HexFormat.of().formatHex(value);
  }
}
