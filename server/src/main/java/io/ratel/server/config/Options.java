package io.ratel.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a process is to run; what is not given is null. */
public final class Options {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: ~/.ratel).")
  public Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (default: 127.0.0.1).")
  public @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on (default: 8080; 0: any).")
  public @Nullable String port;

  @Option(
      names = "--tls",
      fallbackValue = "true",
      description = "Speak HTTPS, with a certificate of this venue's own authority.")
  public @Nullable Boolean tls;

  @Option(
      names = "--demo",
      negatable = true,
      fallbackValue = "true",
      description = "Six markets that live, and a funded user (default on a loopback address).")
  public @Nullable Boolean demo;

  @Option(
      names = "--demo-instruments",
      paramLabel = "N",
      description = "How many markets the demo opens (default: 6).")
  public @Nullable String demoInstruments;

  @Option(names = "--seed", paramLabel = "N", description = "Makes a demo repeatable (default: 1).")
  public @Nullable String seed;

  @Option(
      names = "--replay",
      paramLabel = "PATH",
      description =
          "Play recorded market data: a capture, a file of bars, ticks or price factors,"
              + " or a folder. Repeatable.")
  public List<Path> replay = new ArrayList<>();

  @Option(
      names = "--speed",
      paramLabel = "1|10|max",
      description = "How fast recordings play (default: 1, as recorded).")
  public @Nullable String speed;

  @Option(
      names = "--feeds",
      paramLabel = "VENUE,…",
      description =
          "Live market data: binance, coinbase, kraken, bitstamp, okx, bybit, or a clone that the"
              + " configuration describes (docs/market-data.md).")
  public @Nullable String feeds;

  @Option(
      names = "--profile",
      paramLabel = "laptop|latency",
      description =
          "latency: processors and memory for earlier answers (default: laptop; docs/latency.md).")
  public @Nullable String profile;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings (default: DIR/config.yaml where it exists).")
  public @Nullable Path config;

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      description = "Settings that are secret (default: DIR/secrets.yaml where it exists).")
  public @Nullable Path secrets;
}
