package io.ratel.gateway.http;

import io.netty.channel.Channel;
import io.ratel.security.revocation.Revocations;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of the fleet's nodes, WebSockets included. Each ends when its certificate does or
 * is revoked. A session that is resumed skips the check of the handshake, so each is checked here
 * again. Safe for any thread.
 */
public final class FleetConnections {
  private static final Logger LOG = LoggerFactory.getLogger(FleetConnections.class);

  private final Revocations revocations;
  private final Map<Channel, X509Certificate> open = new ConcurrentHashMap<>();

  public FleetConnections(Revocations revocations) {
    this.revocations = revocations;
  }

  /** Keeps a new connection in sight, or closes it. */
  public void admit(HttpConnection connection) {
    Channel channel = ((HttpServerConnection) connection).channelHandlerContext().channel();
    try {
      X509Certificate peer = (X509Certificate) connection.peerCertificates().getFirst();
      open.put(channel, peer);
      channel.closeFuture().addListener(closed -> open.remove(channel));
      if (revocations.refuses(peer) || revocations.cuts(peer)) {
        channel.close();
      }
    } catch (SSLPeerUnverifiedException e) {
      channel.close();
    }
  }

  /** Closes every connection whose certificate counts no more. */
  public void cut() {
    open.forEach(
        (channel, peer) -> {
          if (revocations.cuts(peer)) {
            LOG.atWarn()
                .addKeyValue("peer", peer.getSubjectX500Principal())
                .log("a node's connection is cut: its certificate was revoked or has ended");
            channel.close();
          }
        });
  }

  /** How many there are. */
  public int size() {
    return open.size();
  }
}
