package io.ratel.benchmarks.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.benchmarks.venue.Connection.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that gives prepared answers on the first connection, and then ends. */
class ConnectionTest {
  private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
  private ServerSocket server = unbound();

  private static ServerSocket unbound() {
    try {
      return new ServerSocket();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private URI answering(String... answers) {
    Thread.ofVirtual().name("server").start(() -> serve(List.of(answers)));
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void serve(List<String> answers) {
    try (Socket socket = server.accept();
        BufferedReader requests =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String answer : answers) {
        String line;
        while ((line = requests.readLine()) != null && !line.isEmpty()) {
          received.add(line);
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      received.add(e.toString());
    }
  }

  private static String answer(int status, String body) {
    return "HTTP/1.1 " + status + " Fine\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void callsShareTheConnection() throws IOException {
    URI address = answering(answer(201, "{\"id\":1}"), answer(422, ""));
    try (Connection connection = new Connection(address)) {
      assertThat(connection.post("/v1/orders", "X-A: b\r\n", ""))
          .isEqualTo(new Answer(201, "{\"id\":1}"));
      assertThat(connection.post("/v1/deposits", "", "")).isEqualTo(new Answer(422, ""));
    }
    assertThat(received).contains("POST /v1/orders HTTP/1.1", "X-A: b", "Content-Length: 0");
  }

  @Test
  void aServerThatGoesAwayIsAnError() throws IOException {
    try (Connection connection = new Connection(answering("HTTP/1.1 2"))) {
      assertThatThrownBy(() -> connection.post("/v1/orders", "", ""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ended after 'HTTP/1.1 2'");
    }
  }

  @Test
  void anAnswerWithoutALengthIsAnError() throws IOException {
    try (Connection connection = new Connection(answering("HTTP/1.1 200 OK\r\n\r\n"))) {
      assertThatThrownBy(() -> connection.post("/v1/orders", "", ""))
          .hasMessageContaining("has no length");
    }
  }
}
