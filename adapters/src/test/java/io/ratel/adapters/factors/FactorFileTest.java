package io.ratel.adapters.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.ToldSink;
import io.ratel.marketdata.adjustment.PriceFactors.Row;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactorFileTest {
  @TempDir Path folder;

  @Test
  void rowsAreReadAsLeanWritesThem() throws RejectedFrameException {
    assertThat(
            FactorFile.read(
                """
                20000101,inf,inf
                20051108,0.8116779,1e+07,12.5
                20501231,1,1,0
                """))
        .containsExactly(
            new Row(
                LocalDate.of(2005, 11, 8), new BigDecimal("0.8116779"), new BigDecimal("1e+07")),
            new Row(LocalDate.of(2050, 12, 31), BigDecimal.ONE, BigDecimal.ONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20200101                | must have 3 or 4 fields
          20201301,1,1,1          | '20201301'
          20200101,x,1,1          | must be numbers
          20200101,0,1,1          | above 0
          20200101,1,-1,1         | was -1
          20200101,NaN,1,1        | must be numbers
          19600101,1,1,1          | '19600101'
          """)
  void whatIsNoRowRefusesTheFile(String line, String why) {
    assertThatThrownBy(() -> FactorFile.read("20200101,1,1,1\n" + line))
        .isInstanceOf(RejectedFrameException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aFolderIsAskedForEachOfItsShares() throws Exception {
    Files.writeString(folder.resolve("acme.csv"), "20200102,0.5,0.25,10\n");
    Files.writeString(folder.resolve("readme.txt"), "not a factor file");
    FactorSource source = new FactorSource(folder.toUri(), "LEAN", List.of(), Duration.ofHours(1));
    ToldSink told = new ToldSink();
    List<PolledRequest> asked = source.requests(ToldSink.NOW);
    told.tell(source, 0, Files.readString(Path.of(asked.getFirst().uri())));

    assertThat(asked).hasSize(1);
    assertThat(told.observations)
        .extracting(each -> each.key() + "=" + each.value())
        .containsExactly("factor/LEAN/price-factor/ACME=0.5", "factor/LEAN/split-factor/ACME=0.25");
  }

  @Test
  void ofTheWebTheSharesAreNamed() {
    URI web = URI.create("https://example.org/factors/");

    assertThat(
            new FactorSource(web, "LEAN", List.of("AAPL"), Duration.ofHours(1))
                .requests(ToldSink.NOW))
        .extracting(PolledRequest::uri)
        .containsExactly(URI.create("https://example.org/factors/aapl.csv"));
    assertThatThrownBy(() -> new FactorSource(web, "LEAN", List.of(), Duration.ofHours(1)))
        .hasMessageContaining("tickers");
    assertThat(FactorFile.share("LEAN", "aapl-factors.csv", true)).contains(Symbol.of("LEAN:AAPL"));
    assertThat(FactorFile.share("LEAN", "aapl.csv", true)).isEmpty();
  }
}
