package io.huhang.document;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the Exif tag of a JPEG, from 1 (upright) to 8. Word processors
 * and browsers turn such a picture, PDF does not.
 */
final class Orientation {

	private static final int UPRIGHT = 1;

	private static final int TAG = 0x0112;

	/** In the unit square with the y axis upwards: a, b, c, d, e, f for each value. */
	private static final double[][] TURNS = { { 1, 0, 0, 1, 0, 0 }, { -1, 0, 0, 1, 1, 0 }, { -1, 0, 0, -1, 1, 1 },
			{ 1, 0, 0, -1, 0, 1 }, { 0, -1, -1, 0, 1, 1 }, { 0, -1, 1, 0, 0, 1 }, { 0, 1, 1, 0, 0, 0 },
			{ 0, 1, -1, 0, 1, 0 } };

	private final int value;

	private Orientation(int value) {
		this.value = value;
	}

	/**
	 * The orientation of this picture; upright where it says nothing that can be read.
	 */
	static Orientation of(byte[] picture) {
		try {
			int value = read(ByteBuffer.wrap(picture));
			return new Orientation((value >= UPRIGHT && value <= TURNS.length) ? value : UPRIGHT);
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException ex) {
			return new Orientation(UPRIGHT);
		}
	}

	/** Whether height and width change places. */
	boolean isOnItsSide() {
		return this.value > 4;
	}

	/** Turns the stored picture upright within the unit square, y axis upwards. */
	AffineTransform turn() {
		return new AffineTransform(TURNS[this.value - 1]);
	}

	// The segments of a JPEG up to the picture itself.
	private static int read(ByteBuffer jpeg) {
		if (jpeg.getShort(0) != (short) 0xFFD8) {
			return UPRIGHT;
		}
		int at = 2;
		while (Byte.toUnsignedInt(jpeg.get(at)) == 0xFF && jpeg.get(at + 1) != (byte) 0xDA) {
			int length = Short.toUnsignedInt(jpeg.getShort(at + 2));
			// "Exif" and two zeros
			if (jpeg.get(at + 1) == (byte) 0xE1 && jpeg.getInt(at + 4) == 0x45786966) {
				return tiff(jpeg.slice(at + 10, length - 8));
			}
			at += 2 + length;
		}
		return UPRIGHT;
	}

	private static int tiff(ByteBuffer tiff) {
		tiff.order((tiff.getShort(0) == 0x4949) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		int entries = Short.toUnsignedInt(tiff.getShort(directory));
		for (int i = 0; i < entries; i++) {
			int entry = directory + 2 + 12 * i;
			if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
				return tiff.getShort(entry + 8);
			}
		}
		return UPRIGHT;
	}

}
