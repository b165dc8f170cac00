package io.ratel.adapters.venue;

/**
 * The port that keeps what goes over the line. Called on the feed's thread; may wait for a disk.
 */
public interface FrameRecorder extends AutoCloseable {
  void connected(String url, long epochNs);

  void sent(String url, long epochNs, String text);

  void received(String url, long epochNs, String text);

  void answered(String url, long epochNs, String text);

  /** About once a second. */
  void flush();

  /** What keeps it from recording, empty while nothing does. */
  String trouble();

  @Override
  void close();

  /** Keeps nothing. */
  FrameRecorder NONE =
      new FrameRecorder() {
        @Override
        public void connected(String url, long epochNs) {}

        @Override
        public void sent(String url, long epochNs, String text) {}

        @Override
        public void received(String url, long epochNs, String text) {}

        @Override
        public void answered(String url, long epochNs, String text) {}

        @Override
        public void flush() {}

        @Override
        public String trouble() {
          return "";
        }

        @Override
        public void close() {}
      };
}
