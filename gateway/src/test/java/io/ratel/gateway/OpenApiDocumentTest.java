package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.ratel.gateway.venue.TestVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that the TypeScript client is made from is the one that is served. */
class OpenApiDocumentTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .setDefaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private static final Path KEPT = Path.of("..", "web", "client", "openapi.json");
  private static final String RENEW = "ratel.openapi.renew";

  @Test
  void theClientsDocumentIsTheOneThatIsServed() throws IOException {
    String served;
    try (TestVenue venue = new TestVenue()) {
      Object document = JSON.readValue(venue.anyone().get("/openapi.json").body(), Object.class);
      served = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(KEPT, served);
    }
    assertThat(Files.readString(KEPT))
        .as(
            "web/client/openapi.json; renew it with ./mvnw -pl gateway -am test"
                + " -Dtest=OpenApiDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                + RENEW
                + "=true, then npm run generate in web/")
        .isEqualTo(served);
  }
}
