package io.ratel.server.cli;

import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.quant.Functions;
import io.ratel.gateway.quant.WireFigures;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.quant.QuantCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ratel quant}: a function's answer without a venue. */
@Command(
    name = "quant",
    description = "Computes a figure as POST /v1/quant/AREA/FUNCTION would answer.",
    footer = {
      "",
      "  ratel quant indicators rsi --json prices.json",
      "  echo '{\"values\":[1,2,3,4],\"period\":3}' | ratel quant indicators sma --json -",
      "  ratel quant pricing black-scholes --json option.json",
      "",
      "A file of {\"items\":[…]} with --batch has one answer for each item.",
      "Areas: indicators, pricing, bonds, rates, volatility, risk, covariance. GET /v1/quant",
      "lists the functions, GET /v1/quant/AREA/FUNCTION tells what one takes and gives.",
      "Exit codes: 0 computed, 1 refused (the answer says why), 2 usage."
    })
final class QuantCommand implements Callable<Integer> {
  private static final int MAX_BYTES = 64 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "AREA", description = "Such as pricing.")
  private String area = "";

  @Parameters(index = "1", paramLabel = "FUNCTION", description = "One that GET /v1/quant lists.")
  private String function = "";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      required = true,
      description = "What would be the request's body; - is the standard input.")
  private String file = "";

  @Option(names = "--batch", description = "The file has many bodies: {\"items\":[…]}.")
  private boolean batch;

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = line.getOut();
    byte[] body = read(line);
    Progress bar = new Progress(line.getErr(), area + "/" + function);
    try {
      Functions functions = new Functions(IndicatorCatalog.load(), QuantCatalog.load());
      WireFigures figures =
          batch
              ? functions.batch(area, function, body, part -> bar.permille(Math.round(part * 1e3)))
              : functions.compute(
                  area, function, body, part -> bar.permille(Math.round(part * 1e3)));
      bar.end();
      out.println(Json.text(figures));
      return ExitCode.STOPPED;
    } catch (RefusedException e) {
      bar.end();
      out.println(Json.text(e.body(null)));
      return ExitCode.FAILED;
    } finally {
      out.flush();
    }
  }

  private byte[] read(CommandLine line) throws IOException {
    Path path = Path.of(file);
    if (!file.equals("-") && !Files.isReadable(path)) {
      throw new CommandLine.ParameterException(line, "--json names no readable file: " + file);
    }
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new CommandLine.ParameterException(
            line, "--json must be at most " + MAX_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
