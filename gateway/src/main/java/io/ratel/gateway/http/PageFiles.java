package io.ratel.gateway.http;

import io.ratel.gateway.operation.Binding;
import io.ratel.security.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The page's files, read once into memory and compressed once, so that a request can only ever name
 * what was there. A path without a file extension gets {@code index.html}: it is one of the page's
 * own views.
 */
public final class PageFiles {
  private static final long MAX_BYTES = 64L << 20;
  private static final int MIN_GZIP_BYTES = 1_024;
  private static final String INDEX = "/index.html";
  private static final String HASHED = "/assets/";

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final String ABSENT =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ratel</title>
      <style>body{background:#0b0e14;color:#d7dde8;font:15px/1.6 system-ui,sans-serif;
      max-width:560px;margin:15vh auto;padding:0 24px}a{color:#5aa9e6}</style></head><body>
      <h1>Ratel is running</h1>
      <p>The page has not been built here. The API is ready: read the
      <a href="/docs">documentation</a>, or see <a href="/v1/instruments">what is listed</a>.</p>
      </body></html>
      """;

  private static final String STREAM_ALONE =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ratel</title></head><body>
      <p>This node streams: open a WebSocket at <code>/v1/stream</code>.</p></body></html>
      """;

  private record Asset(byte[] bytes, byte @Nullable [] gzip, String mediaType, String tag) {}

  private final Map<String, Asset> files;

  private PageFiles(Map<String, Asset> files) {
    this.files = files;
  }

  /**
   * @param folder empty, or one that does not exist, serves a page that says so
   * @throws UncheckedIOException when a file cannot be read, or all are larger than 64 MiB
   */
  public static PageFiles load(Optional<Path> folder) {
    if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve("index.html"))) {
      byte[] absent = ABSENT.getBytes(StandardCharsets.UTF_8);
      return new PageFiles(Map.of(INDEX, asset(INDEX, absent)));
    }
    Map<String, Asset> files = new HashMap<>();
    try (Stream<Path> paths = Files.walk(folder.get())) {
      long total = 0;
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        total += Files.size(path);
        if (total > MAX_BYTES) {
          throw new IOException(folder.get() + " holds more than 64 MiB: is it the built page?");
        }
        String name = "/" + folder.get().relativize(path).toString().replace('\\', '/');
        files.put(name, asset(name, Files.readAllBytes(path)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PageFiles(files);
  }

  /** What a node without REST shows to a browser that strays there. */
  public static PageFiles streamAlone() {
    return new PageFiles(
        Map.of(INDEX, asset(INDEX, STREAM_ALONE.getBytes(StandardCharsets.UTF_8))));
  }

  private static Asset asset(String name, byte[] bytes) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String mediaType = MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
    byte[] gzip = bytes.length < MIN_GZIP_BYTES ? null : gzip(bytes);
    if (gzip != null && gzip.length > bytes.length / 10 * 9) {
      gzip = null;
    }
    return new Asset(bytes, gzip, mediaType, tag(bytes));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toByteArray();
  }

  private static String tag(byte[] bytes) {
    return '"' + HexFormat.of().formatHex(Sha256.of(bytes), 0, 12) + '"';
  }

  HttpAnswer answer(String path, Binding.Headers request) {
    Asset asset = files.get(path);
    String name = path;
    if (asset == null) {
      if (path.lastIndexOf('.') > path.lastIndexOf('/')) {
        byte[] text = "There is no such file.\n".getBytes(StandardCharsets.UTF_8);
        return new HttpAnswer(404, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
      }
      name = INDEX;
      asset = files.get(INDEX);
    }
    if (asset == null) {
      throw new IllegalStateException("the page has no " + INDEX);
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", asset.mediaType());
    headers.put("ETag", asset.tag());
    headers.put("Vary", "Accept-Encoding");
    headers.put(
        "Cache-Control",
        name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    if (asset.tag().equals(request.get("If-None-Match"))) {
      return new HttpAnswer(304, headers, new byte[0]);
    }
    String accepted = request.get("Accept-Encoding");
    if (asset.gzip() != null && accepted != null && accepted.contains("gzip")) {
      headers.put("Content-Encoding", "gzip");
      return new HttpAnswer(200, headers, asset.gzip());
    }
    return new HttpAnswer(200, headers, asset.bytes());
  }
}
