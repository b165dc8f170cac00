package io.ratel.adapters.acme;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Where every domain's port 80 leads: it answers what an authority asks. */
final class TestDoor implements AutoCloseable {
  private final HttpServer server;

  TestDoor(Function<String, Optional<String>> challenges) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/.well-known/acme-challenge/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          Optional<String> answer = challenges.apply(path.substring(path.lastIndexOf('/') + 1));
          byte[] bytes = (answer.orElse("") + "\n").getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
