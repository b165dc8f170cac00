package io.ratel.marketdata.storage;

import java.util.OptionalLong;

/**
 * A table as its store's statistics describe it.
 *
 * @param store such as {@code questdb}
 * @param table with its schema where there are several
 * @param bytes on the disk, indexes included
 * @param approximate whether {@code rows} may be off: an estimate, or rows that replace others
 * @param fromNs the time of the oldest row, or when its partition begins; empty when not known
 * @param toNs the time of the newest row, or when its partition ends
 */
public record StoredTable(
    String store,
    String table,
    long rows,
    long bytes,
    boolean approximate,
    OptionalLong fromNs,
    OptionalLong toNs) {}
