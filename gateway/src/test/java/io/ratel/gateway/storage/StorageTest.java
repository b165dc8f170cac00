package io.ratel.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestVenue;
import io.ratel.marketdata.storage.StoredTable;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageTest {
  private static final String PATH = "/v1/operator/storage";
  private static final long DAY = 86_400_000_000_000L;

  private final TestVenue venue = new TestVenue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void anOperatorSeesEveryTableAndNobodyElseDoes() {
    venue.storedTables =
        List.of(
            new StoredTable(
                "questdb", "trades", 7, 4_096, false, OptionalLong.of(0), OptionalLong.of(DAY)),
            new StoredTable(
                "postgres",
                "projection.orders",
                1_000_000,
                1 << 20,
                true,
                OptionalLong.empty(),
                OptionalLong.empty()));
    TestClient.Response seen = venue.as(venue.operator).get(PATH);

    assertThat(seen.at("items.0.table")).isEqualTo("trades");
    assertThat(seen.at("items.0.bytes")).isEqualTo("4096");
    assertThat(seen.at("items.0.to")).isEqualTo("1970-01-02T00:00:00Z");
    assertThat(seen.at("items.1.approximate")).isEqualTo("true");
    assertThat(seen.json().at("/items/1/from").isNull()).isTrue();
    assertThat(venue.as(venue.ann).get(PATH).status()).isEqualTo(403);
    assertThat(venue.anyone().get(PATH).status()).isEqualTo(401);
  }
}
