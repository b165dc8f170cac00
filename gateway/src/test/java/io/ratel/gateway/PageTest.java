package io.ratel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.gateway.venue.TestClient;
import io.ratel.gateway.venue.TestClient.Response;
import io.ratel.gateway.venue.TestVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  @Test
  void servesThePageAndItsViews(@TempDir Path folder) throws IOException {
    Path dist = folder.resolve("dist");
    Files.createDirectories(dist.resolve("assets"));
    Files.writeString(dist.resolve("index.html"), "<!doctype html><title>Page</title>");
    Files.writeString(dist.resolve("assets/app-1a2b.js"), "export const a = 1;".repeat(200));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    try (TestVenue venue = new TestVenue(TestVenue.LIMITS, true, Optional.of(dist))) {
      TestClient anyone = venue.anyone();

      for (String path : List.of("/", "/index.html", "/markets/BTC-USD", "/markets/BINANCE:A-B")) {
        Response page = anyone.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Page</title>");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
            .contains("default-src 'self'")
            .contains("frame-ancestors 'none'");
      }
      Response script = anyone.get("/assets/app-1a2b.js");
      assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(script.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/javascript");
      for (String path :
          List.of("/assets/none.js", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt")) {
        Response none = anyone.get(path);
        assertThat(none.status()).as(path).isEqualTo(404);
        assertThat(none.body()).doesNotContain("secret\n").isNotEqualTo("secret");
      }
    }
  }

  @Test
  void compressesAndRevalidates(@TempDir Path dist) throws IOException {
    Files.writeString(dist.resolve("index.html"), "<p>a line</p>\n".repeat(500));
    try (TestVenue venue = new TestVenue(TestVenue.LIMITS, true, Optional.of(dist))) {
      TestClient anyone = venue.anyone();

      Response small = anyone.send(anyone.request("/").header("Accept-Encoding", "br, gzip"));
      assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(small.headers().firstValueAsLong("Content-Length").orElse(0)).isLessThan(500);
      String tag = small.headers().firstValue("ETag").orElse("");
      Response same = anyone.send(anyone.request("/").header("If-None-Match", tag));
      assertThat(same.status()).isEqualTo(304);
      assertThat(same.body()).isEmpty();
    }
  }

  @Test
  void saysThatThePageWasNotBuilt(@TempDir Path folder) {
    try (TestVenue venue =
        new TestVenue(TestVenue.LIMITS, true, Optional.of(folder.resolve("none")))) {
      Response page = venue.anyone().get("/");

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains("Ratel is running").contains("/docs");
    }
  }
}
