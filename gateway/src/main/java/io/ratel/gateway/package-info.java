/**
 * The doors of the platform: REST under {@code /v1}, a WebSocket stream, the page and its
 * documentation, on one port. {@link io.ratel.gateway.Gateway} opens and closes them; what is
 * behind them comes in through {@link io.ratel.gateway.GatewayPorts}. Requests run on virtual
 * threads and may block; event loops only carry bytes.
 */
@NullMarked
package io.ratel.gateway;

import org.jspecify.annotations.NullMarked;
