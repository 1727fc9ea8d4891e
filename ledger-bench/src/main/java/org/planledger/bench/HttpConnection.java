package org.planledger.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// One connection that stays open (HTTP/1.1, RFC 9112), with just enough of a client to send a
/// request and read its answer: what it costs is taken from the server, which runs on the same
/// processors.
final class HttpConnection implements AutoCloseable {

  private static final int BUFFER_LENGTH_BYTES = 16_384;
  private static final int TIMEOUT_MILLIS = 60_000;

  /// What came back.
  record Answer(int status, String body) {}

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  HttpConnection(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream(), BUFFER_LENGTH_BYTES);
      out = socket.getOutputStream();
    } catch (IOException e) {
      throw new IllegalStateException("nothing listens at port " + port, e);
    }
  }

  Answer get(String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "");
  }

  /// @param headers besides those that every body needs
  Answer post(String path, Map<String, String> headers, String json) {
    var head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Type: application/json\r\nContent-Length: ")
        .append(json.getBytes(StandardCharsets.UTF_8).length)
        .append("\r\n\r\n");
    return send(head.toString(), json);
  }

  private Answer send(String head, String body) {
    try {
      out.write((head + body).getBytes(StandardCharsets.UTF_8));
      int status = Integer.parseInt(line().split(" ", 3)[1]);
      int length = -1;
      boolean chunked = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring("content-length:".length()).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      }
      return new Answer(status, chunked ? chunks() : exactly(Math.max(length, 0)));
    } catch (IOException e) {
      throw new IllegalStateException("the server did not answer: " + e.getMessage(), e);
    }
  }

  private String chunks() throws IOException {
    var body = new StringBuilder();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      body.append(exactly(length));
      line();
    }
    line();
    return body.toString();
  }

  private int chunkLength() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private String exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the connection was closed in the middle of an answer");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// A line without its end.
  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("the connection does not close: " + e.getMessage(), e);
    }
  }
}
