using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Aggregator.Endurance.Faulting;

/// <summary>
/// A virtual file system for SQLite in front of the usual one, for this process: counts writes, truncations and syncs, lets one of them fail,
/// and can write them all down. It needs no compiler and no rights.
/// </summary>
internal static unsafe class FaultyDisk
{
    private const int Ok = 0, IoErrorWrite = 10 | (3 << 8), IoErrorSync = 10 | (4 << 8), IoErrorTruncate = 10 | (6 << 8), Full = 13;
    private const int VfsSize = 168, OpenSlot = 40, DeleteSlot = 48;                                                         // sqlite3_vfs on 64 bits
    private const int MethodsSize = 152, CloseSlot = 8, WriteSlot = 24, TruncateSlot = 32, SyncSlot = 40;                    // sqlite3_io_methods

    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<nint, string> Files = new();   // an open file's structure: its path
    private static readonly ConcurrentDictionary<nint, nint> Methods = new();   // the usual table of methods: ours
    private static byte* _usual;                                                // the usual sqlite3_vfs
    private static DiskFault? _fault;
    private static List<DiskOperation>? _log;
    private static long _count;

    /// <summary>Writes, truncations and syncs since <see cref="Begin"/>.</summary>
    public static long Count
    {
        get { lock (Gate) return _count; }
    }

    /// <summary>Operations written down so far.</summary>
    public static int Logged
    {
        get { lock (Gate) return _log?.Count ?? 0; }
    }

    /// <summary>Puts it in front of the usual file system, once for the process. Nothing fails before <see cref="Begin"/>.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (_usual is not null) return;
            if (sizeof(nint) != 8) throw new PlatformNotSupportedException("the slots of sqlite3_vfs are those of 64 bits");
            SQLitePCL.Batteries_V2.Init();
            _ = SQLitePCL.raw.sqlite3_initialize();
            _usual = (byte*)Find(null);
            var ours = (byte*)NativeMemory.AllocZeroed(VfsSize);
            Buffer.MemoryCopy(_usual, ours, VfsSize, VfsSize);
            *(nint*)(ours + 16) = 0;
            *(nint*)(ours + 24) = Marshal.StringToCoTaskMemUTF8("faulty");
            *(delegate* unmanaged[Cdecl]<byte*, byte*, byte*, int, int*, int>*)(ours + OpenSlot) = &Open;
            *(delegate* unmanaged[Cdecl]<byte*, byte*, int, int>*)(ours + DeleteSlot) = &Delete;
            if (Register((nint)ours, 1) != Ok) throw new InvalidOperationException("the file system could not be registered");
        }
    }

    /// <summary>Counts from 0 on.</summary>
    /// <param name="fault">What fails; null: nothing.</param>
    /// <param name="log">True: every operation is written down.</param>
    public static void Begin(DiskFault? fault, bool log = false)
    {
        lock (Gate) (_fault, _count, _log) = (fault, 0, log ? [] : null);
    }

    /// <summary>Nothing fails any more.</summary>
    /// <returns>What was written down.</returns>
    public static IReadOnlyList<DiskOperation> End()
    {
        lock (Gate)
        {
            var log = _log;
            (_fault, _log) = (null, null);
            return log ?? [];
        }
    }

    // True: this operation is to fail.
    private static bool Fails(out DiskFaultKind kind)
    {
        _count++;
        kind = _fault?.Kind ?? default;
        return _fault is { } fault && (_count == fault.At || (fault.Stays && _count > fault.At));
    }

    private static void Log(DiskOperationKind kind, byte* file, long offset = 0, ReadOnlySpan<byte> bytes = default)
    {
        if (_log is not null && Files.TryGetValue((nint)file, out var path)) _log.Add(new DiskOperation(kind, path, offset, bytes.ToArray()));
    }

    private static byte* Usual(byte* file) => *(byte**)(*(byte**)file + MethodsSize);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(byte* vfs, byte* name, byte* file, int flags, int* outFlags)
    {
        var result = (*(delegate* unmanaged[Cdecl]<byte*, byte*, byte*, int, int*, int>*)(_usual + OpenSlot))(_usual, name, file, flags, outFlags);
        var methods = *(byte**)file;
        if (methods is null || result != Ok) return result;
        Files[(nint)file] = name is null ? "" : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        *(nint*)file = Methods.GetOrAdd((nint)methods, static usual => Wrap((byte*)usual));
        return result;
    }

    private static nint Wrap(byte* usual)
    {
        var ours = (byte*)NativeMemory.AllocZeroed(MethodsSize + 8);
        var known = *(int*)usual switch { 1 => 104, 2 => 136, _ => MethodsSize };
        Buffer.MemoryCopy(usual, ours, MethodsSize, known);
        *(byte**)(ours + MethodsSize) = usual;
        *(delegate* unmanaged[Cdecl]<byte*, int>*)(ours + CloseSlot) = &Close;
        *(delegate* unmanaged[Cdecl]<byte*, byte*, int, long, int>*)(ours + WriteSlot) = &Write;
        *(delegate* unmanaged[Cdecl]<byte*, long, int>*)(ours + TruncateSlot) = &Truncate;
        *(delegate* unmanaged[Cdecl]<byte*, int, int>*)(ours + SyncSlot) = &Sync;
        return (nint)ours;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(byte* vfs, byte* name, int syncFolder)
    {
        lock (Gate)
        {
            var result = (*(delegate* unmanaged[Cdecl]<byte*, byte*, int, int>*)(_usual + DeleteSlot))(_usual, name, syncFolder);
            if (result == Ok) _log?.Add(new DiskOperation(DiskOperationKind.Delete, Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name)), 0, []));
            return result;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(byte* file)
    {
        var usual = Usual(file);
        Files.TryRemove((nint)file, out _);
        return (*(delegate* unmanaged[Cdecl]<byte*, int>*)(usual + CloseSlot))(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(byte* file, byte* bytes, int length, long offset)
    {
        lock (Gate)
        {
            var write = *(delegate* unmanaged[Cdecl]<byte*, byte*, int, long, int>*)(Usual(file) + WriteSlot);
            if (Fails(out var kind))
            {
                if (kind == DiskFaultKind.Short) _ = write(file, bytes, length / 2, offset);
                return kind == DiskFaultKind.Full ? Full : IoErrorWrite;
            }

            Log(DiskOperationKind.Write, file, offset, new ReadOnlySpan<byte>(bytes, length));
            return write(file, bytes, length, offset);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(byte* file, long size)
    {
        lock (Gate)
        {
            if (Fails(out _)) return IoErrorTruncate;
            Log(DiskOperationKind.Truncate, file, size);
            return (*(delegate* unmanaged[Cdecl]<byte*, long, int>*)(Usual(file) + TruncateSlot))(file, size);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(byte* file, int flags)
    {
        lock (Gate)
        {
            if (Fails(out _)) return IoErrorSync;
            Log(DiskOperationKind.Sync, file);
            return (*(delegate* unmanaged[Cdecl]<byte*, int, int>*)(Usual(file) + SyncSlot))(file, flags);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern nint Find(byte* name);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Register(nint vfs, int makeDefault);
}
