package io.ratel.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class JwkSetTest {
  private static Map<String, ECPublicKey> set(TokenKeys keys) {
    return Map.of(keys.id(), keys.publicKey());
  }

  @Test
  void readsWhatItWroteAndWritesNothingPrivate() throws IOException {
    for (int i = 0; i < 50; i++) { // a coordinate that begins with a zero byte comes now and then
      TokenKeys keys = TokenKeys.generate();
      String json = JwkSet.write(set(keys));
      assertThat(JwkSet.read(json))
          .hasEntrySatisfying(
              keys.id(), read -> assertThat(read.getW()).isEqualTo(keys.publicKey().getW()));
      assertThat(json).doesNotContain("\"d\"");
    }
  }

  /** The public half of the example key of RFC 7517, appendix A.1. */
  @Test
  void readsTheStandardsOwnExampleAndLeavesOtherKindsOut() throws IOException {
    String json =
        """
        {"keys":[{"kty":"EC","crv":"P-256",
        "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"},
        {"kty":"RSA","n":"0vx7","e":"AQAB","alg":"RS256","kid":"2011-04-29"}]}
        """;
    assertThat(JwkSet.read(json)).containsOnlyKeys("1");
  }

  @Test
  void refusesAPointThatIsNotOnTheCurve() {
    String json =
        JwkSet.write(set(TokenKeys.generate()))
            .replaceFirst("\"y\":\"[^\"]*\"", "\"y\":\"" + "A".repeat(42) + "E\"");
    assertThatThrownBy(() -> JwkSet.read(json))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no point of the curve");
    assertThatThrownBy(() -> JwkSet.read("{\"keys\":7}")).isInstanceOf(IOException.class);
  }

  @Test
  void fetchesAKeyWhenATokenNamesItAndKeepsItWhileTheSourceIsAway() throws Exception {
    TokenKeys keys = TokenKeys.generate();
    AtomicReference<String> published = new AtomicReference<>(JwkSet.write(set(keys)));
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = published.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    FetchedKeys fetched =
        new FetchedKeys(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"));
    InstantSource clock = InstantSource.system();
    TokenVerifier verifier = new TokenVerifier(fetched, clock);
    String token =
        new TokenSigner(keys, clock)
            .sign(TokenKind.INNER, new Bearer(7, "s", "loopback"), Instant.MAX, "")
            .text();
    String strangers =
        new TokenSigner(TokenKeys.generate(), clock)
            .sign(TokenKind.INNER, new Bearer(7, "s", "loopback"), Instant.MAX, "")
            .text();

    assertThat(verifier.check(token, TokenKind.INNER)).isInstanceOf(TokenCheck.Valid.class);
    for (int i = 0; i < 20; i++) {
      assertThat(verifier.check(strangers, TokenKind.INNER))
          .isEqualTo(new TokenCheck.Refused(TokenFault.UNKNOWN_KEY));
    }
    assertThat(asked.get()).as("unknown keys must not become requests").isLessThan(4);
    server.stop(0);
    assertThat(verifier.check(token, TokenKind.INNER)).isInstanceOf(TokenCheck.Valid.class);
  }
}
