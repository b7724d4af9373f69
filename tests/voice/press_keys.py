"""
Presses keys as a keyboard does, through the X server (the XTEST extension).

Each line of the input is the X name of a key, after those of keys that are held meanwhile (`Shift_L a`); each is answered.
"""

import ctypes
import sys

x11 = ctypes.CDLL("libX11.so.6")
xtest = ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
xtest.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)


def main():
    display = x11.XOpenDisplay(None)
    if not display:
        sys.exit("there is no display")
    for line in sys.stdin:
        codes = [x11.XKeysymToKeycode(display, x11.XStringToKeysym(name.encode())) for name in line.split()]
        for code in codes:
            xtest.XTestFakeKeyEvent(display, code, True, 0)
        for code in reversed(codes):
            xtest.XTestFakeKeyEvent(display, code, False, 0)
        x11.XSync(display, False)
        print("pressed", flush=True)


main()
