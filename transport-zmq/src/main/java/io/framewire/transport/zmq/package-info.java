/**
 * The ZeroMQ transport. Nothing here is called directly: put the artifact on the class path or
 * module path, and {@code tcp://} endpoints work.
 */
package io.framewire.transport.zmq;
