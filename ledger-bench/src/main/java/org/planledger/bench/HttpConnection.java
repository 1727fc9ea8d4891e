package org.planledger.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One connection that stays open for as long as the server lets it (HTTP/1.1, RFC 9112), with just
/// enough of a client to send a request and read its answer: what it costs is taken from the
/// server, which runs on the same processors. It serves one thread at a time.
final class HttpConnection implements AutoCloseable {

  private static final int BUFFER_LENGTH_BYTES = 16_384;
  private static final int TIMEOUT_MILLIS = 60_000;

  /// What came back.
  record Answer(int status, String body) {}

  /// A socket with its buffered input.
  private record Line(Socket socket, InputStream in) {
    static Line to(int port) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return new Line(
          socket, new BufferedInputStream(socket.getInputStream(), BUFFER_LENGTH_BYTES));
    }
  }

  private final int port;
  private @Nullable Line line;

  HttpConnection(int port) {
    this.port = port;
  }

  Answer get(String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /// @param headers besides those that every body needs
  Answer post(String path, Map<String, String> headers, String json) {
    var request = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
    request.append("Host: localhost\r\nContent-Type: application/json\r\nContent-Length: ");
    request.append(json.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    return send(request.append("\r\n").append(json).toString());
  }

  private Answer send(String request) {
    try {
      var open = line;
      if (open == null) {
        open = Line.to(port);
        line = open;
      }
      open.socket().getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return answer(open.in());
    } catch (IOException e) {
      throw new IllegalStateException("the server did not answer: " + e.getMessage(), e);
    }
  }

  private Answer answer(InputStream in) throws IOException {
    int status = Integer.parseInt(textLine(in).split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = textLine(in); !header.isEmpty(); header = textLine(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      last |= lower.startsWith("connection:") && lower.endsWith("close");
    }
    String body = chunked ? chunks(in) : exactly(in, length);
    if (last) {
      close();
    }
    return new Answer(status, body);
  }

  private static String chunks(InputStream in) throws IOException {
    var body = new StringBuilder();
    for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
      body.append(exactly(in, length));
      textLine(in);
    }
    textLine(in);
    return body.toString();
  }

  private static int chunkLength(InputStream in) throws IOException {
    return Integer.parseInt(textLine(in).split(";", 2)[0].strip(), 16);
  }

  private static String exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the connection was closed in the middle of an answer");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// A line without its end.
  private static String textLine(InputStream in) throws IOException {
    var text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    var closing = line;
    line = null;
    if (closing != null) {
      try {
        closing.socket().close();
      } catch (IOException e) {
        throw new IllegalStateException("the connection does not close: " + e.getMessage(), e);
      }
    }
  }
}
