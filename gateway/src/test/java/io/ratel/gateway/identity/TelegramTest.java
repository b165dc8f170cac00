package io.ratel.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ratel.gateway.venue.DangerousClient;
import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramTest {
  private static final String PATH = "/v1/sign-in/telegram";
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue(URI.create("http://127.0.0.1:9"), true);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Map<String, Object> ann() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", 42_000_000_042L);
    fields.put("first_name", "Änn");
    fields.put("last_name", "O'Hara");
    fields.put("username", "ann_o");
    fields.put("photo_url", "https://t.me/i/userpic/320/x.jpg");
    fields.put("auth_date", venue.now.getEpochSecond());
    return fields;
  }

  /** As core.telegram.org/widgets/login tells it. */
  private static Map<String, Object> signed(Map<String, Object> fields) {
    try {
      String text =
          new TreeMap<>(fields)
              .entrySet().stream()
                  .map(field -> field.getKey() + "=" + field.getValue())
                  .collect(Collectors.joining("\n"));
      byte[] key =
          MessageDigest.getInstance("SHA-256")
              .digest(TestVenue.BOT_TOKEN.getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      Map<String, Object> signed = new LinkedHashMap<>(fields);
      signed.put("hash", HexFormat.of().formatHex(hash));
      return signed;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String json(Map<String, Object> fields) {
    try {
      return new ObjectMapper().writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Response signIn(Map<String, Object> fields) {
    return venue.anyone().post(PATH, json(fields));
  }

  @Test
  void aPersonWhomTelegramVouchesForJoinsAndComesBack() {
    Response first = signIn(signed(ann()));
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    TestClient ann = new TestClient(venue, Optional.of(first.at("token")));
    assertThat(ann.get("/v1/me").at("name")).isEqualTo("ann_o");
    assertThat(ann.get("/v1/me").at("email")).isEqualTo("null");
    venue.pass(Duration.ofSeconds(1));
    assertThat(signIn(signed(ann())).at("userId")).isEqualTo(first.at("userId"));
  }

  @Test
  void whateverIsChangedLeftOutOrAddedIsRefused() {
    for (String field : ann().keySet()) {
      Map<String, Object> changed = signed(ann());
      changed.compute(field, (name, value) -> value instanceof Long n ? n + 1 : value + "x");
      assertThat(signIn(changed).code()).as(field).isEqualTo("401 EXTERNAL_REFUSED");
      if (!field.equals("id") && !field.equals("auth_date")) {
        Map<String, Object> less = signed(ann());
        less.remove(field);
        assertThat(signIn(less).code()).as("without " + field).isEqualTo("401 EXTERNAL_REFUSED");
      }
    }
    Map<String, Object> more = signed(ann());
    more.put("role", "OPERATOR");
    assertThat(signIn(more).code()).isEqualTo("400 UNKNOWN_FIELD");
    Map<String, Object> forged = signed(ann());
    forged.put("hash", "0".repeat(64));
    assertThat(signIn(forged).code()).isEqualTo("401 EXTERNAL_REFUSED");
  }

  @Test
  void whatWasSignedLongAgoOrInTheFutureIsRefused() {
    Map<String, Object> old = signed(ann());
    venue.pass(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(signIn(old).at("error.message")).contains("ten minutes");
    Map<String, Object> future = ann();
    future.put("auth_date", venue.now.plusSeconds(60).getEpochSecond());
    assertThat(signIn(signed(future)).code()).isEqualTo("401 EXTERNAL_REFUSED");
    Map<String, Object> edge = signed(ann());
    venue.pass(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(signIn(edge).status()).isEqualTo(201);
  }

  @Test
  void aHashIsUsedOnceHoweverItIsSpelled() {
    Map<String, Object> once = signed(ann());
    assertThat(signIn(once).status()).isEqualTo(201);

    assertThat(signIn(once).at("error.message")).contains("used before");
    once.compute("hash", (name, value) -> String.valueOf(value).toUpperCase(Locale.ROOT));
    assertThat(signIn(once).at("error.message")).contains("used before");
  }

  @Test
  void aPresentUserLinksItWithProof() {
    TestClient ann = venue.as(venue.ann);
    String body = json(signed(ann()));
    assertThat(ann.post("/v1/identities/telegram", body).code())
        .isEqualTo("403 DANGER_TOKEN_NEEDED");
    DangerousClient proven = new DangerousClient(ann, "\"password\":\"secret\"");

    assertThat(proven.post("linkTelegram", "/v1/identities/telegram", body).status())
        .isEqualTo(204);
    venue.pass(Duration.ofSeconds(1));
    assertThat(signIn(signed(ann())).at("userId")).isEqualTo(Long.toString(venue.ann.id()));
  }

  @Test
  void whereNobodyMayJoinAStrangerIsRefused() {
    try (TestVenue closed = new TestVenue()) {
      Response refused = closed.anyone().post(PATH, json(signed(ann())));
      assertThat(refused.code()).isEqualTo("401 EXTERNAL_REFUSED");
    }
  }
}
