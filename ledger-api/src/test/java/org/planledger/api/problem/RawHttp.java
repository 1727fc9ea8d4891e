package org.planledger.api.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.planledger.api.testing.Answer;

/// Sends a request line as it stands, which no decent client would.
final class RawHttp {

  private RawHttp() {}

  static Answer send(int port, String method, String target) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      var request =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
              .formatted(method, target);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(String text) {
    var end = text.indexOf("\r\n\r\n");
    var head = text.substring(0, end).lines().toList();
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    head.stream()
        .skip(1)
        .forEach(
            line -> {
              var colon = line.indexOf(':');
              headers.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
            });
    var body = text.substring(end + 4);
    return new Answer(
        Integer.parseInt(head.getFirst().substring(9, 12)),
        HttpHeaders.of(headers, (_, _) -> true),
        headers.containsKey("Transfer-Encoding") ? unchunked(body) : body);
  }

  private static String unchunked(String body) {
    var whole = new StringBuilder();
    for (var rest = body; ; ) {
      var line = rest.indexOf("\r\n");
      var length = Integer.parseInt(rest.substring(0, line), 16);
      if (length == 0) {
        return whole.toString();
      }
      whole.append(rest, line + 2, line + 2 + length);
      rest = rest.substring(line + 4 + length);
    }
  }
}
