package io.ratel.benchmarks.venue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection that stays open, with as little of its own between the call and the
 * socket as will do, since the caller shares the machine with what it measures. One call at a time.
 */
public final class Connection implements AutoCloseable {
  private static final int TIMEOUT_MS = 20_000;
  private static final int MAX_BODY = 1 << 20;

  private final Socket socket;
  private final InputStream input;
  private final String host;

  /** An answer of the API. */
  public record Answer(int status, String body) {}

  /** Connects. */
  public Connection(URI address) throws IOException {
    host = address.getAuthority();
    socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MS);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), TIMEOUT_MS);
      input = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Posts a body of JSON and reads the answer.
   *
   * @param headers complete lines, each ended by CR LF
   * @throws IOException when the connection breaks or the answer has no length
   */
  public Answer post(String path, String headers, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\n"
            + headers
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] request = (head + json).getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(request);
    String status = line();
    int length = -1;
    for (String header; !(header = line()).isEmpty(); ) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    if (length < 0 || length > MAX_BODY) {
      throw new IOException("the answer '" + status + "' has no length that can be read");
    }
    byte[] answer = input.readNBytes(length);
    return new Answer(
        Integer.parseInt(status.split(" ")[1]), new String(answer, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next; (next = input.read()) != '\n'; ) {
      if (next < 0 || line.length() > 8_192) {
        throw new IOException("the connection ended after '" + line + "'");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
