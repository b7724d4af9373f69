"""Runs a command in a network namespace of its own and notes every packet that is sent there.

Started as root of a fresh user, network and mount namespace (watched-network.ts): watch_network.py NOTES COMMAND...
Each line of NOTES is one packet as JSON: {"protocol": "tcp", "address": "192.0.2.1", "port": 443, "begins": true}.

Nothing reaches the world from here, and yet nothing is kept back before it is a packet: every address is this
namespace's own (a `local` route for all of them), so a packet to anywhere is sent, seen, and refused at once.
"""

import json
import os
import select
import socket
import struct
import subprocess
import sys
import tempfile

ETH_P_ALL, PACKET_OUTGOING = 3, 4
SOL_PACKET, PACKET_STATISTICS = 263, 6  # linux/socket.h, linux/if_packet.h
TCP, UDP = 6, 17
# Answered by the kernel itself, never sent by a program's own wish: ICMP, IGMP and ICMPv6.
KERNELS_OWN = {1, 2, 58}
SYN, ACK = 0x02, 0x10

# An interface that is no loopback, with a carrier: without one Chromium takes itself for offline and does not even try.
LINKS = """
ip link set lo up
ip link add watched type veth peer name far
ip link set watched addrgenmode none
ip link set far addrgenmode none
ip link set watched arp off
ip link set far up
ip link set watched up
ip address add 198.51.100.2/24 dev watched
ip route add local default dev lo table local
ip -6 route add local default dev lo table local
"""


def run(command):
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"  # where `ip` is, for ordinary users too
    subprocess.run(command.split(), check=True, env={**os.environ, "PATH": path})


def replace(file, text):
    """Names are asked for by packets that can be seen, not over a socket of a resolver outside."""
    if not os.path.exists(file):
        return
    with tempfile.NamedTemporaryFile("w", delete=False) as own:
        own.write(text)
    os.chmod(own.name, 0o644)
    run(f"mount --bind {own.name} {file}")
    os.unlink(own.name)


def describe(frame, ethertype):
    """What a packet says about where it goes; None for what the kernel sends by itself."""
    if ethertype == 0x0800:
        protocol, address = frame[9], socket.inet_ntop(socket.AF_INET, frame[16:20])
        rest = frame[(frame[0] & 15) * 4 :]
    elif ethertype == 0x86DD:
        protocol, address = frame[6], socket.inet_ntop(socket.AF_INET6, frame[24:40])
        rest = frame[40:]
    else:
        return {"protocol": f"ethertype {ethertype:#06x}", "address": "", "port": 0, "begins": True}
    if protocol in KERNELS_OWN:
        return None
    if protocol not in (TCP, UDP):
        return {"protocol": f"ip {protocol}", "address": address, "port": 0, "begins": True}
    port = struct.unpack("!H", rest[2:4])[0]
    begins = protocol == UDP or rest[13] & (SYN | ACK) == SYN
    described = {"protocol": "tcp" if protocol == TCP else "udp", "address": address, "port": port, "begins": begins}
    return {**described, "name": asked_name(rest[8 + 12 :])} if protocol == UDP and port == 53 else described


def asked_name(question):
    """The name that a DNS query asks for (RFC 1035, 4.1.2)."""
    labels = []
    while question[0] != 0:
        labels.append(question[1 : 1 + question[0]].decode("ascii", "replace"))
        question = question[1 + question[0] :]
    return ".".join(labels)


def note_next(packets, notes):
    frame, (_, ethertype, kind, *_) = packets.recvfrom(65535)
    described = describe(frame, ethertype) if kind == PACKET_OUTGOING else None
    if described is not None:
        notes.write(json.dumps(described) + "\n")


def main():
    notes_file, *command = sys.argv[1:]
    replace("/etc/resolv.conf", "nameserver 192.0.2.53\noptions timeout:1 attempts:1\n")
    replace("/etc/nsswitch.conf", "hosts: files dns\npasswd: files\ngroup: files\n")
    for line in LINKS.strip().splitlines():
        if "-6" not in line or os.path.exists("/proc/net/if_inet6"):
            run(line)
    packets = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETH_P_ALL))
    packets.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
    child = subprocess.Popen(command)
    ended = os.pidfd_open(child.pid)
    with open(notes_file, "w") as notes:
        while packets in (readable := select.select([packets, ended], [], [])[0]) or ended not in readable:
            note_next(packets, notes)
    _, missed = struct.unpack("II", packets.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))
    if missed:
        sys.exit(f"{missed} packets were missed")
    sys.exit(child.wait())


main()
