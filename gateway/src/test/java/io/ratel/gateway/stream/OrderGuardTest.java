package io.ratel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.event.Event;
import io.ratel.gateway.venue.StreamClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.security.identity.User;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions whose orders end with them, and what a stream tells of an account's life. */
@Timeout(60)
class OrderGuardTest {
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

  @Test
  void cancelsTheOrdersOfASessionThatEnds() {
    try (StreamClient client = signedIn(venue.ann)) {
      assertThat(client.ask("{\"cancelOnDisconnect\":true,\"id\":3}"))
          .hasToString("{\"cancelOnDisconnect\":true,\"id\":3}");
      assertThat(venue.exchange.await(Command.CancelAllAfter.class, 1).timeoutNs())
          .isEqualTo(30_000_000_000L);
    }
    Set<Long> canceled =
        Set.of(
            venue.exchange.await(Command.CancelOrders.class, 0).accountId(),
            venue.exchange.await(Command.CancelOrders.class, 1).accountId());
    assertThat(canceled).containsExactlyInAnyOrder(10L, 11L);
    assertThat(venue.exchange.await(Command.CancelOrders.class, 0))
        .matches(
            all ->
                all.instrumentId().equals(OptionalInt.empty())
                    && all.side().equals(Optional.empty()));
    assertThat(venue.exchange.await(Command.CancelAllAfter.class, 3).timeoutNs()).isZero();
  }

  @Test
  void leavesTheOrdersOfASessionThatHasThoughtBetterOfIt() {
    try (StreamClient client = signedIn(venue.ann)) {
      client.ask("{\"cancelOnDisconnect\":true}");
      client.ask("{\"cancelOnDisconnect\":false}");
      assertThat(venue.exchange.await(Command.CancelAllAfter.class, 3).timeoutNs()).isZero();
    }
    venue.close();
    assertThat(venue.exchange.newest()).isInstanceOf(Command.CancelAllAfter.class);
  }

  @Test
  void refusesAStrangerAndNonsense() {
    try (StreamClient client = new StreamClient(venue)) {
      assertThat(client.ask("{\"cancelOnDisconnect\":true}").at("/error/code").asText())
          .isEqualTo("UNAUTHENTICATED");
      assertThat(client.ask("{\"cancelOnDisconnect\":1}").at("/error/code").asText())
          .isEqualTo("INVALID_FIELD");
    }
  }

  @Test
  void saysWhenTheExchangeDoesNotPromiseIt() {
    try (StreamClient client = signedIn(venue.ann)) {
      venue.exchange.goSilent(true);
      assertThat(client.ask("{\"cancelOnDisconnect\":true}").at("/error/code").asText())
          .isEqualTo("EXCHANGE_UNAVAILABLE");
      venue.exchange.goSilent(false);
    }
  }

  @Test
  void tellsWhatAnAccountLivesThrough() {
    try (StreamClient client = signedIn(venue.ann)) {
      client.ask("{\"subscribe\":[\"account.10.events\"],\"id\":1}");
      assertThat(client.update().get("data").toString()).isEqualTo("[]");
      venue.exchange.tell(new Event.MarginCalled(10, 0, -1, 5_00000000L, 9_00000000L, 1));
      venue.exchange.tell(new Event.MarginCalled(20, 0, -1, 5_00000000L, 9_00000000L, 1));
      JsonNode told = client.update().get("data");
      assertThat(told).hasSize(1);
      assertThat(told.at("/0/kind").asText()).isEqualTo("marginCall");
      assertThat(told.at("/0/asset").asText()).isEqualTo("USD");
      assertThat(told.at("/0/initialMargin").asText()).isEqualTo("9.00000000");
    }
  }
}
