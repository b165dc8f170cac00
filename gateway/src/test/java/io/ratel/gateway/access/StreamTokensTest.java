package io.ratel.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.barrier.Barrier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets that open with a stream token, and what closes them. */
class StreamTokensTest {
  private static final int SIGN_IN_AGAIN = 4401;

  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private String streamToken(String body) {
    TestClient client = new TestClient(venue, Optional.of(venue.token(venue.ann)));
    return client.post("/v1/tokens/stream", body).at("token");
  }

  /** What a socket is told first: a text, or the code it was closed with. */
  private static final class First implements WebSocket.Listener {
    final CompletableFuture<String> said = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
      said.complete(data.toString());
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
      said.complete("closed " + code);
      return null;
    }
  }

  private String connect(String query, Optional<String> origin) {
    First first = new First();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    origin.ifPresent(of -> builder.header("Origin", of));
    URI uri = URI.create("ws://127.0.0.1:" + venue.port() + "/v1/stream" + query);
    WebSocket socket = builder.buildAsync(uri, first).join();
    try {
      return first.said.orTimeout(10, TimeUnit.SECONDS).join();
    } finally {
      socket.abort();
    }
  }

  /** A35. */
  @Test
  void opensOneSocketOnce() {
    String token = streamToken("{}");

    assertThat(connect("?token=" + token, Optional.empty())).contains("\"authenticated\":true");
    assertThat(connect("?token=" + token, Optional.empty())).isEqualTo("closed " + SIGN_IN_AGAIN);
  }

  /** A35. */
  @Test
  void opensNothingAfterAMinute() {
    String token = streamToken("{}");
    venue.pass(Duration.ofSeconds(65));

    try (StreamClient late = new StreamClient(venue, "ratel.token." + token)) {
      assertThat(late.closeCode()).isEqualTo(SIGN_IN_AGAIN);
    }
  }

  /** A35. */
  @Test
  void opensForItsOwnOriginAlone() {
    String body = "{\"origin\":\"https://ratel.example\"}";
    assertThat(connect("?token=" + streamToken(body), Optional.of("https://evil.example")))
        .isEqualTo("closed " + SIGN_IN_AGAIN);
    assertThat(connect("?token=" + streamToken(body), Optional.of("https://ratel.example")))
        .contains("\"authenticated\":true");
  }

  @Test
  void refusesAnInnerTokenInTheUrl() {
    assertThat(connect("?token=" + venue.token(venue.ann), Optional.empty()))
        .isEqualTo("closed " + SIGN_IN_AGAIN);
  }

  /** A9, on one node. */
  @Test
  void aBarrierClosesTheSocketsOfItsUserAndNoOthers() {
    try (StreamClient ann = new StreamClient(venue, "ratel.token." + streamToken("{}"));
        StreamClient bob = new StreamClient(venue, "ratel.token." + venue.token(venue.bob))) {
      ann.reply();
      bob.reply();
      venue.barriers.raise(Barrier.Kind.USER, Long.toString(venue.ann.id()));

      assertThat(ann.closeCode()).isEqualTo(SIGN_IN_AGAIN);
      assertThat(bob.ask("{\"ping\":1}").has("pong")).isTrue();
    }
  }
}
