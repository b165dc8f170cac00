package io.ratel.server.config;

import io.ratel.adapters.aeron.LogConfig;
import io.ratel.adapters.aeron.thread.EngineThreads;
import java.util.List;

/**
 * What is spent so that an answer comes sooner.
 *
 * @param told what the profile made of this machine, for the person who started the process; empty
 *     on a laptop
 */
public record Latency(LogConfig.Idle idle, EngineThreads threads, List<String> told) {}
