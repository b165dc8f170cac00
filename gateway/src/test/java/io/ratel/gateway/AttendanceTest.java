package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.identity.User;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AttendanceTest {
  private TestVenue venue;

  @BeforeEach
  void open() {
    venue = new TestVenue();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private StreamClient signedIn(User user) {
    StreamClient client = new StreamClient(venue);
    client.ask("{\"auth\":\"" + venue.token(user) + "\"}");
    return client;
  }

  private void awaitTold(List<String> wanted) {
    for (int i = 0; i < 400 && !venue.presence.told().equals(wanted); i++) {
      LockSupport.parkNanos(25_000_000);
    }
    assertThat(venue.presence.told()).isEqualTo(wanted);
  }

  @Test
  void theFirstAndTheLastSocketOfAUserAreTold() {
    long ann = venue.ann.id();
    StreamClient first = signedIn(venue.ann);
    awaitTold(List.of("came " + ann));
    StreamClient second = signedIn(venue.ann);
    second.ask("{\"auth\":\"" + venue.token(venue.ann) + "\"}");
    StreamClient nobody = new StreamClient(venue);
    first.close();
    nobody.close();
    assertThat(venue.as(venue.ann).get("/v1/me").at("online")).isEqualTo("true");
    second.close();
    awaitTold(List.of("came " + ann, "left " + ann));
    assertThat(venue.as(venue.ann).get("/v1/me").at("online")).isEqualTo("false");
    assertThat(venue.as(venue.ann).get("/v1/me").at("lastSeen")).startsWith("2026-01-02T03:04:06");
  }

  @Test
  void aPageThatIsLoadedAgainNeverLeft() {
    StreamClient first = signedIn(venue.ann);
    awaitTold(List.of("came " + venue.ann.id()));
    first.close();
    StreamClient again = signedIn(venue.ann);
    signedIn(venue.bob).close();
    StreamClient bob = signedIn(venue.bob);
    awaitTold(List.of("came " + venue.ann.id(), "came " + venue.bob.id()));
    again.close();
    bob.close();
  }

  @Test
  void whenTheNodeStopsItsUsersLeave() {
    signedIn(venue.ann);
    awaitTold(List.of("came " + venue.ann.id()));
    venue.close();
    awaitTold(List.of("came " + venue.ann.id(), "left " + venue.ann.id()));
  }
}
