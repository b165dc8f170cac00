package io.ratel.gateway.history;

import io.ratel.gateway.wire.WireBar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of history.
 *
 * @param next the {@code cursor} of the page that follows, null at the end
 * @param missing of the whole question, what is not known to be stored whole
 * @param request what fetches it, when that was asked for
 */
public record WireHistoryBars(
    List<WireBar> items,
    @Nullable String next,
    List<WireSpan> missing,
    @Nullable WireHistoryRequest request) {}
