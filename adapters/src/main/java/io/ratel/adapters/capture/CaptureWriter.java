package io.ratel.adapters.capture;

import io.ratel.adapters.venue.FrameRecorder;
import io.ratel.adapters.venue.VenueProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records one feed as {@code VENUE.ws.SECONDS.PART} and {@code VENUE.http.SECONDS.PART}, which a
 * replay reads. When the disk refuses, the recording ends and says so; the feed goes on. One thread
 * at a time, but for {@link #trouble}.
 */
public final class CaptureWriter implements FrameRecorder {
  private final CaptureParts socket;
  private final CaptureParts requests;
  private volatile String trouble = "";

  private CaptureWriter(CaptureParts socket, CaptureParts requests) {
    this.socket = socket;
    this.requests = requests;
  }

  /**
   * @param startNs names the recording; of two of one venue it must differ by a second
   */
  public static CaptureWriter of(Path folder, VenueProtocol protocol, long startNs) {
    return of(folder, protocol, startNs, CaptureParts.Bounds.USUAL);
  }

  static CaptureWriter of(
      Path folder, VenueProtocol protocol, long startNs, CaptureParts.Bounds bounds) {
    String venue = protocol.settings().name();
    long seconds = startNs / CaptureParts.SECOND_NS;
    String format = protocol.kind();
    CaptureWriter writer =
        new CaptureWriter(
            new CaptureParts(
                folder, venue + ".ws." + seconds, format, protocol.socket().toString(), bounds),
            new CaptureParts(
                folder,
                venue + ".http." + seconds,
                format,
                protocol.settings().rest().toString(),
                bounds));
    writer.attempt(() -> Files.createDirectories(folder));
    return writer;
  }

  @Override
  public void connected(String url, long epochNs) {
    attempt(() -> socket.write(url + " <-> " + CaptureParts.seconds(epochNs)));
  }

  @Override
  public void sent(String url, long epochNs, String text) {
    attempt(() -> socket.write(url + " <- " + CaptureParts.seconds(epochNs) + ": " + line(text)));
  }

  @Override
  public void received(String url, long epochNs, String text) {
    attempt(() -> socket.write(CaptureParts.seconds(epochNs) + ": " + line(text)));
  }

  @Override
  public void answered(String url, long epochNs, String text) {
    attempt(() -> requests.write(url + " -> " + CaptureParts.seconds(epochNs) + ": " + line(text)));
  }

  @Override
  public void flush() {
    attempt(
        () -> {
          socket.flush();
          requests.flush();
        });
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    attempt(socket::close);
    attempt(requests::close);
  }

  /** A frame is one line; in JSON the end of a line means no more than a blank. */
  private static String line(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private void attempt(Writing writing) {
    if (trouble.isEmpty()) {
      try {
        writing.run();
      } catch (IOException e) {
        trouble = "the recording has ended: " + e;
      }
    }
  }
}
