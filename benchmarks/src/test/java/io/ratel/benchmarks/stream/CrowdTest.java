package io.ratel.benchmarks.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.benchmarks.stream.Broadcaster.Memory;
import io.ratel.benchmarks.stream.Crowd.Manners;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A crowd before a server that answers a subscription with a snapshot. */
class CrowdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ENTRY = "{\"batch\":[{\"epoch\":1,\"offset\":2,\"kind\":\"%s\"}]}";

  private final Vertx vertx = Vertx.vertx();
  private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(
              request ->
                  request
                      .toWebSocket()
                      .onSuccess(
                          socket -> {
                            sockets.add(socket);
                            socket.closeHandler(closed -> sockets.remove(socket));
                            socket.textMessageHandler(text -> heard(socket, text));
                          }))
          .listen(0, "127.0.0.1")
          .await();

  private void heard(ServerWebSocket socket, String text) {
    heard.add(text);
    if (text.contains("recover")) {
      socket.writeTextMessage("{\"recovered\":{\"t\":true},\"id\":2}");
    } else {
      socket.writeTextMessage(ENTRY.formatted("snapshot"));
    }
  }

  private InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", server.actualPort());
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void everyReaderComesGreetsAndHears() throws IOException {
    int[] texts = new int[1];
    try (Crowd crowd = new Crowd(address(), Manners.READS, (reader, payload) -> texts[0]++)) {
      crowd.join(200, 16, () -> List.of("hello"), PATIENCE);
      crowd.until(() -> texts[0] == 200, PATIENCE, () -> texts[0] + " texts came");

      assertThat(heard).hasSize(200).containsOnly("hello");
      assertThat(crowd.readers()).hasSize(200);
    }
  }

  @Test
  void aRefusalIsTold() {
    assertThatThrownBy(
            () -> {
              HttpServer closed =
                  vertx
                      .createHttpServer()
                      .requestHandler(request -> request.response().setStatusCode(503).end())
                      .listen(0, "127.0.0.1")
                      .await();
              InetSocketAddress full = new InetSocketAddress("127.0.0.1", closed.actualPort());
              try (Crowd crowd = new Crowd(full, Manners.READS, (reader, payload) -> {})) {
                crowd.join(1, 1, List::of, PATIENCE);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused", "503");
  }

  @Test
  void anAudienceHearsEachMessageAndReturnsWhereItWas() throws IOException {
    try (Audience audience = new Audience(new Everyone(), 300)) {
      audience.enter();
      assertThat(audience.messageNs()).isPositive();
      assertThat(audience.said()).isEqualTo(ENTRY.formatted("delta"));
      heard.clear();
      assertThat(audience.returnNs()).isPositive();
      assertThat(heard)
          .hasSize(300)
          .containsOnly("{\"recover\":{\"t\":{\"epoch\":1,\"offset\":2}},\"id\":2}");
    }
  }

  @Test
  void aSignIsLookedForWhereItStands() {
    byte[] sign = "\"kind\"".getBytes(StandardCharsets.UTF_8);
    assertThat(Audience.contains(StandardCharsets.UTF_8.encode("{\"kind\":1}"), sign)).isTrue();
    assertThat(Audience.contains(StandardCharsets.UTF_8.encode("{\"kin\":1}"), sign)).isFalse();
    assertThat(Audience.contains(StandardCharsets.UTF_8.encode(""), sign)).isFalse();
  }

  /** Says one thing to every socket. */
  private final class Everyone implements Broadcaster {
    @Override
    public InetSocketAddress address() {
      return CrowdTest.this.address();
    }

    @Override
    public String topic() {
      return "t";
    }

    @Override
    public void prepare() {}

    @Override
    public void broadcast() {
      sockets.forEach(socket -> socket.writeTextMessage(ENTRY.formatted("delta")));
    }

    @Override
    public Memory memory() {
      return new Memory(0, 0);
    }

    @Override
    public void close() {}
  }
}
