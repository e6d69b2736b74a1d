/**
 * The wire of vidgear's NetGear_Async: headers and replies as plain msgpack maps, arrays as
 * msgpack-numpy 0.4.8 writes them. Byte for byte what Python's {@code msgpack.packb} gives.
 *
 * <p><b>Plain values</b>, the data that goes with frames and replies, map like this:
 *
 * <table>
 *   <caption>Java values and their Python counterparts</caption>
 *   <tr><th>written from</th><th>Python</th><th>read as</th></tr>
 *   <tr><td>String</td><td>str</td><td>String</td></tr>
 *   <tr><td>Byte, Short, Integer, Long</td><td>int</td><td>Long</td></tr>
 *   <tr><td>BigInteger from -2^63 to 2^64-1</td><td>int</td><td>Long, or BigInteger from 2^63</td></tr>
 *   <tr><td>Float, Double</td><td>float</td><td>Double</td></tr>
 *   <tr><td>Boolean</td><td>bool</td><td>Boolean</td></tr>
 *   <tr><td>byte[]</td><td>bytes</td><td>byte[]</td></tr>
 *   <tr><td>List</td><td>list, tuple</td><td>unmodifiable List</td></tr>
 *   <tr><td>Map with String or byte[] keys</td><td>dict</td><td>unmodifiable Map in the order of the
 *   wire; a bytes key is a byte[], which only iteration finds</td></tr>
 *   <tr><td>null inside a List or Map</td><td>None</td><td>null inside a List or Map</td></tr>
 * </table>
 *
 * <p>An empty string or None as the whole value is no data, as in vidgear. A NumPy scalar, a Python
 * complex or an array inside plain data stays the map with bytes keys that it is on the wire, as
 * vidgear does not read those there either. Extension types and timestamps are refused. Keys of
 * another plain type than str and bytes are read, but never written: vidgear refuses them.
 *
 * <p><b>Arrays</b> become frames without a copy where the message lies in a pool's memory. Object
 * arrays are pickles, which run code when read: they are refused, always.
 *
 * <p><b>Java 24 and later</b>: msgpack-core touches {@code sun.misc.Unsafe} once when its class
 * {@code MessageBuffer} is loaded, about which the JVM prints a warning of four lines. It is
 * harmless; starting the program with {@code -Dmsgpack.universal-buffer=true} makes msgpack-core do
 * without, at no cost here. This library sets no system property itself, because that one would
 * also change msgpack-core for the rest of the program.
 */
package io.framewire.codec.msgpack;
